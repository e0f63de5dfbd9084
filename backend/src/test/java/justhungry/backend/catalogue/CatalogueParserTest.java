package justhungry.backend.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import justhungry.api.codec.Limits;
import justhungry.api.shop.Delivery;
import justhungry.api.shop.Money;
import justhungry.api.shop.Product;
import justhungry.backend.ordering.state.Catalogue;
import justhungry.platform.process.CannotStartException;
import justhungry.platform.process.ExitCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueParserTest {
    @TempDir
    Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void chooseFile() {
        file = directory.resolve("catalogue.json");
    }

    @Test
    void aCatalogueIsReadInItsOrder() throws IOException, CannotStartException {
        Files.writeString(
                file,
                "{\"products\":[{\"name\":\"plum\",\"price\":\"0.40\",\"stock\":3},"
                        + "{\"name\":\"fig\",\"price\":\"1.99\",\"stock\":0}]}");

        assertThat(CatalogueParser.read(file).catalogue())
                .isEqualTo(Catalogue.withDefaultDeliveries(
                        List.of(new Product("plum", new Money(40), 3), new Product("fig", new Money(199), 0))));
    }

    @Test
    void itsOwnDeliveriesStandInThePlaceOfTheDefaultOnes() throws IOException, CannotStartException {
        Files.writeString(file, """
            {"products":[{"name":"fig","price":"1.99","stock":1}],
             "deliveries":[{"code":"DRONE_1","label":"by drone","fee":"9.50"},
                           {"code":"FOOT","label":"on foot","fee":"0"}]}\
            """);

        assertThat(CatalogueParser.read(file).catalogue().deliveries())
                .containsExactly(
                        new Delivery("DRONE_1", "by drone", new Money(950)),
                        new Delivery("FOOT", "on foot", Money.ZERO));
    }

    @Test
    void namesAreKeptAsTheyAreWritten_andAByteOrderMarkIsIgnored() throws IOException, CannotStartException {
        var menu = "İNEGÖL KÖFTESİ, PİRİNÇ PİLAVI İLE, İKİ KİŞİLİK TABAK SERVİSİ";
        Files.writeString(
                file, "\ufeff{\"products\":[{\"name\":\"%s\",\"price\":\"145.00\",\"stock\":50}]}".formatted(menu));

        assertThat(CatalogueParser.read(file).catalogue().products())
                .extracting(Product::name)
                .containsExactly(menu);
    }

    @ParameterizedTest
    @CsvSource({
        "Apple, apple",
        "crème brûlée, cre\u0300me bru\u0302le\u0301e",
        "İnegöl, inegöl",
        "green tea, green\u00a0tea"
    })
    void twoNamesOfOneProductAreRefused(String name, String other) throws IOException {
        Files.writeString(file, """
            {"products":[{"name":"%s","price":"1","stock":1},{"name":"%s","price":"1","stock":1}]}""".formatted(name, other));

        assertThat(refusal()).contains("listed twice");
    }

    @Test
    void theStandardCatalogueCanBeRead() {
        assertThat(CatalogueParser.defaultCatalogue().deliveries()).isEqualTo(Catalogue.DEFAULT_DELIVERIES);
    }

    /** Each line is a file that is read, with ' for " and ~ for an end of line and ^ for a byte order mark, and the price in pence. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'products':[{'stock':3,'price':'1.99','name':'fig'}]}                                  | 199
        {'products':[{'name':'fig','price':1.99,'stock':3}]}                                    | 199
        {'products':[{'name':'fig','price':2,'stock':'3'}]}                                     | 200
        {'products':[{'name':'fig','price':'£2.5','stock':3,'allergens':['none'],'x':{}}]}      | 250
        {'deliveries':[{'fee':1,'label':'a','code':'A'}],'products':[{'name':'fig','price':1,'stock':3}]} | 100
        {'shop':'mine','products':[{'name':'fig','price':1,'stock':3}]}                         | 100
        ^{'products':[{'name':'fig','price':1,'stock':3}]}                                 | 100
        name,price,stock~fig,1.99,3                                                             | 199
        ^name,price,stock~fig,1.99,3~                                                      | 199
        Stock,Name,Note,Price~3,fig,,1.99~~                                                     | 199
        name;price;stock~fig;1,99;3~;;~                                                         | 199
        sep=;~name;price;stock~'fig';'1,9';'3'                                                  | 190
        name,price,stock~'fig',£1.99,3.00                                                       | 199
        name,price,stock,,~fig,1.99,3,,                                                         | 199
        """)
    void whatPeopleAndTheirSpreadsheetsWriteIsTaken(String text, long pence) throws IOException, CannotStartException {
        write(text);

        assertThat(CatalogueParser.read(file).catalogue().products())
                .containsExactly(new Product("fig", new Money(pence), 3));
    }

    @Test
    void theLargestStockIsTaken() throws IOException, CannotStartException {
        write("name,price,stock~fig,1,%d".formatted(Limits.QUANTITY));

        assertThat(CatalogueParser.read(file).catalogue().products())
                .containsExactly(new Product("fig", new Money(100), Limits.QUANTITY));
    }

    @Test
    void aTableHasTextsInQuotationMarks_withSeparatorsMarksAndLinesInThem() throws IOException, CannotStartException {
        Files.writeString(
                file,
                "name\tprice\tstock\r\n\"fig, dried\"\t1\t3\r\n\"6\"\" roll\"\t2\t1\r\ncrème brûlée\t4.5\t10\r\n");

        assertThat(CatalogueParser.read(file).catalogue().products())
                .containsExactly(
                        new Product("fig, dried", new Money(100), 3),
                        new Product("6\" roll", new Money(200), 1),
                        new Product("crème brûlée", new Money(450), 10));
    }

    @Test
    void whatHasNoMeaningIsIgnored_andSaid() throws IOException, CannotStartException {
        write("{'v':1,'products':[{'name':'fig','price':1,'stock':3,'allergens':'none'},"
                + "{'name':'plum','price':1,'stock':3,'allergens':'none'}]}");
        assertThat(CatalogueParser.read(file).remarks(false)).isEqualTo("; ignored in the catalogue: v, allergens");

        write("name,price,stock,Note~fig,1,3,x");
        assertThat(CatalogueParser.read(file).remarks(false)).endsWith(": note");
    }

    @Test
    void aClusterThatHasProductsKeepsThem_andThatIsSaid() throws IOException, CannotStartException {
        write("name,price,stock~fig,1,3");

        assertThat(CatalogueParser.read(file).remarks(false)).isEmpty();
        assertThat(CatalogueParser.read(file).remarks(true)).contains("the products stay as they are");
    }

    /** Each line is a file, with ' for " and ~ for an end of line, and the end of the reason. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {'products':[{'name':'fig','price':'1.99','stock':}]} | line 1: this is not JSON, near: ice":"1.99","stock":}]}
        {'products':[{'name':'fig','price':'1.99','stock':1}  | it ends too early: a ], a } or a quotation mark is missing at the end
        {'products':[~{'name':'fig','price':1,'stock':1},~]}  | line 3: a comma too many, near: ice":1,"stock":1}, ]}
        {'products':[{'name':'fig','price':1,'stock':1,}]}    | line 1: a comma too many, near: price":1,"stock":1,}]}
        ['fig']                                               | line 1: a catalogue begins with {
        {'goods':[]}                                          | it has no "products"
        {'products':{}}                                       | line 1: the products are a list: they begin with [
        {'products':['fig']}                                  | line 1: each of the products begins with {
        {'products':[{'title':'fig'}]}                        | line 1: the name is missing
        {'products':[{'name':'fig','price':'1.99'}]}          | line 1 (fig): the stock is missing
        {'products':[{'name':'fig','price':null,'stock':1}]}  | line 1 (fig): the price is missing
        {'products':[{'name':7}]}                             | line 1: the name must be text in quotation marks
        {'products':[{'name':'fig','price':[1]}]}             | line 1 (fig): the price must be text in quotation marks or a number
        {'products':[{'price':'x',~'stock':1,~'name':'fig'}]} | line 1 (fig): the price is 'x'; write it in pounds, like 1.99: 0 or more, with a point and at most two decimals
        {'products':[{'name':'fig','price':'-1.00','stock':1}]} | the price is '-1.00'; write it in pounds, like 1.99: 0 or more, with a point and at most two decimals
        {'products':[{'name':'fig','price':1.999,'stock':1}]} | the price is '1.999'; write it in pounds, like 1.99: 0 or more, with a point and at most two decimals
        {'products':[{'name':'fig','price':'1,99','stock':1}]} | the price is '1,99'; write it in pounds, like 1.99: 0 or more, with a point and at most two decimals
        {'products':[{'name':'fig','price':1e2,'stock':1}]}   | the price is '1e2'; write it in pounds, like 1.99: 0 or more, with a point and at most two decimals
        {'products':[{'name':'fig','price':'€1.99','stock':1}]} | the price is '€1.99'; write it in pounds, like 1.99: 0 or more, with a point and at most two decimals
        {'products':[{'name':'fig','price':1,'stock':1.5}]}   | (fig): the stock is '1.5'; write a whole number from 0 to 1000000000, like 15
        {'products':[{'name':'fig','price':1,'stock':-1}]}    | (fig): the stock is '-1'; write a whole number from 0 to 1000000000, like 15
        {'products':[{'name':'fig','name':'plum'}]}           | line 1: "name" is there twice
        {'products':[{'name':'fig','price':1,'stock':1},~{'name':'Fig','price':1,'stock':1}]} | line 2 (Fig): Fig is listed twice; first on line 1
        {'products':[]}                                       | it has no products
        {'products':[{'name':'fig','price':1,'stock':1}],'deliveries':[]} | it has no deliveries
        {'products':[{'name':'fig','price':1,'stock':1}],'deliveries':[{'code':'A','label':'a'}]} | line 1 (A): the fee is missing
        {'products':[{'name':'fig','price':1,'stock':1}],'deliveries':[{'code':'a','label':'a','fee':1}]} | like SAME_DAY: not 'a'
        {'products':[{'name':'fig','price':1,'stock':1}],'deliveries':[{'code':'A','label':'a','fee':1},{'code':'A','label':'b','fee':2}]} | A is listed twice; first on line 1
        {'products':[{'name':'fig','price':1,'stock':1}]} x   | line 1: this is not JSON, near: ce":1,"stock":1}]} x
        fig,1,3                                               | line 1: it has to name the columns name, price and stock, each once; 'name' is missing
        name,price,stock,price~fig,1,3,2                      | line 1: it has to name the columns name, price and stock, each once; 'price' is there twice
        name,price,stock~fig,1,3~plum,x,3                     | line 3 (plum): the price is 'x'; write it in pounds, like 1.99: 0 or more, with a point and at most two decimals
        name,price,stock~fig,dried,1,3                        | line 2: it has 4 values for 3 columns; a value that contains a comma needs quotation marks
        name,price,stock~fig,1                                | line 2 (fig): the stock is missing
        name,price,stock~fig,1,'3                             | line 2: a quotation mark is not closed
        name,price,stock~                                     | it has no products
        """)
    void whatIsNoCatalogueIsRefused_withItsPlaceAndWhatOneLooksLike(String text, String reason) throws IOException {
        write(text);

        assertThat(refusal())
                .contains(reason + ". A catalogue looks like {\"products\":")
                .hasLineCount(1);
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text.replace('\'', '"').replace('~', '\n').replace('^', '\uFEFF'));
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Files.createFile(file);

        assertThat(refusal()).contains("A catalogue looks like");
    }

    @Test
    void aMissingFileIsRefused() {
        assertThat(refusal()).hasLineCount(1);
    }

    @Test
    void aDirectoryIsRefused() throws IOException {
        Files.createDirectory(file);

        assertThat(refusal()).hasLineCount(1);
    }

    @Test
    void whatIsNotUtf8IsRefused() throws IOException {
        Files.write(
                file,
                "{\"products\":[{\"name\":\"Käse\",\"price\":\"1\",\"stock\":1}]}"
                        .getBytes(StandardCharsets.ISO_8859_1));

        assertThat(refusal()).hasLineCount(1);
    }

    /** The message, which always names the file. */
    private String refusal() {
        var thrown = catchThrowableOfType(CannotStartException.class, () -> CatalogueParser.read(file));
        assertThat(thrown).isNotNull();
        assertThat(thrown.exitCode()).isEqualTo(ExitCode.SCRIPT);
        assertThat(thrown).hasMessageContaining(file.toString());
        return thrown.getMessage();
    }
}
